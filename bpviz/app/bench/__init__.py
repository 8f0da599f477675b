"""How fast bpviz trains, beside what a user would pick instead.

Imported by `bpviz bench` alone.

Where the rest of the time is, for whoever wants to push on. Measured on two cores of
an Intel Xeon with AVX-512, whose large sgemm reaches about 150 GFLOP/s a thread,
while other programs used one of the cores; shares are of processor time.

* 2-100-400-1, one sample: a forward, a backward and an update pass over W2 (320 KB)
  take about 16 us together, whoever calls them; a naive loop takes about 82 us. So
  4.5 times the naive loop leaves 2 us for everything else. Only a kernel that
  updates W2 and reads it for the next sample in one pass would get there.
* 784-30-10, one sample: a flat list of prepared calls instead of loops over layers
  gave 5 % more, rows padded to 64 bytes another 6 %; both cost more in clarity.
* 784-50-10, batches of 100: the products alone reach 75 % of the peak. Then come
  turning bytes into floats (about 46 us of 270 an update; a gather from floats kept
  in 188 MB would take some 20 us less, which nobody has tried) and the elementwise
  passes.
* 784-256-128-10: the products alone reach 84 % of the peak. Weights stored (inputs,
  outputs) save 64 us of the forward product, but make the update of a single sample
  2.7 times slower, so they would need a layout for each batch size.

Tried without gain: smaller blocks, gemm for rank-one updates, looking bytes up in a
table. Multiplying by 1/255 is not the same bits as dividing by 255. Calling gemv
through ctypes costs as much as NumPy's dot. Holding the interpreter lock during
products made no difference to training beside a thread that is busy in Python.
"""
