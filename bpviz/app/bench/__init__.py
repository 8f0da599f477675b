"""How fast bpviz trains, beside what a user would pick instead.

Imported by `bpviz bench` alone.

Where the rest of the time is, for whoever wants to push on. Measured on two cores of
an Intel Xeon with AVX-512, whose large sgemm reaches about 150 GFLOP/s a thread;
shares are of processor time.

* 2-100-400-1, one sample: the three passes over W2 (320 KB) take 24 us of 38, whoever
  calls them: 6 forward, 6 back, 9 to 10 to update. Two dozen calls of NumPy on a few
  numbers each share the rest. A naive loop takes about 100 us, so 4.5 times that is
  less than the three passes alone: only a kernel that updates W2 and reads it for the
  next sample in one pass would get there.
* 784-30-10, one sample: 7 us of 15 are BLAS, 16 elementwise calls of 0.3 us each most
  of the rest. A flat list of prepared calls instead of loops over layers gave 5 %
  more, weights in rows padded to 64 bytes another 6 %; both cost more in clarity.
* 784-50-10, batches of 100, 245 us: forward product 74, gradient product 56, gathering
  bytes and making floats of them 38 to 54 (division alone 17, conversion 13), losses
  15, softmax 16 (most of it calls that are cold), ReLU there and back 12, the rest of
  the products 11. Even for nothing but the products it would be 75 % of the peak.
* 784-256-128-10, batches of 128, 1280 us: the products are 1070 of them and alone
  reach 80 % of the peak. The forward product of the first layer is the slowest (77 %
  of the peak; the update's 99 %). Weights in padded rows and pieces of 4 samples gave
  it 90 %, but copying the weights there takes back half; stored (inputs, outputs) it
  gets as much, and the update of a single sample becomes 2.7 times slower.

What made the difference: OpenBLAS's kernels for small products (`nn.products`), with
inputs in rows that begin at cache lines, took a third off the forward product of 784-50
and half off that of 784-64, and a quarter off their gradients'. Momentum as one product
that is added to v, and one sweep for every sum of two vectors (`nn.updates`), took a
quarter off the update of neural-network-digits' network: its six vectors of 210 KB were
more than the second-level cache holds.

Tried without gain: smaller and larger blocks of batches; gathering from all the samples
kept as floats (188 MB): 0 to 4 %; converting and dividing one after the other; looking
bytes up in a table; gemm for rank-one updates; copying weights into padded rows for the
pieces (a gain of the pieces alone as large); pieces of fewer than 8 rows, or of rows of
less than 256 numbers; sums of the softmax as a product with ones. Multiplying by 1/255
is not the same bits as dividing by 255 for half the bytes, and would save 10 us of the
245. Calling gemv through ctypes costs as much as NumPy's dot. Holding the interpreter
lock during products made no difference to training beside a thread that is busy in
Python.
"""
