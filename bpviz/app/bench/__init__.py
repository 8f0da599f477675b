"""How fast bpviz trains, beside what a user would pick instead.

Imported by `bpviz bench` alone.

Where the rest of the time is, for whoever wants to push on. Measured on two cores of
an Intel Xeon with AVX-512, whose large sgemm reaches about 150 GFLOP/s a thread;
shares are of processor time.

* 2-100-400-1, one sample, 27 us: the three passes over W2 (320 KB) take 16 in rows that
  begin at cache lines (4 forward, 4 back, 8 to update: what the second-level cache
  gives), twenty calls of NumPy on a few numbers each most of the rest. A naive loop
  takes 80 to 100 us; 4.5 times that leaves 18 to 22, the three passes and next to
  nothing. Only a kernel that updates W2 and reads it for the next sample in one pass
  would get there. W2 stored (inputs, outputs) would save about one microsecond more.
* 784-30-10, one sample, 12 us: 5 are BLAS, 0.7 the sample's floats; 14 elementwise
  calls take 0.3 us each. A naive loop takes 57 to 66 us.
* 784-50-10, batches of 100, about 227 us: forward product 62, gradient product 55,
  gathering bytes and making floats of them 44 to 52 (gathering 10, conversion 13,
  division 17), losses and softmax 22, ReLU there and back 10, the rest of the products
  9. Even for nothing but the products it would be 75 to 80 % of the peak.
* 784-256-128-10, batches of 128, about 1240 us: 1000 to 1020 are products: the first
  layer's forward one 400 (373 by itself, 95 % of the peak), its gradient 350 (the
  peak), the second layer's three 230 (70 to 90 %). Between them lie samples (65 to 80),
  ReLU (60), losses and softmax (40) and putting the weights back (20). Products at
  their best and half of the rest would be the 85 %. The weights, the block of samples
  and what OpenBLAS copies are more than the second-level cache holds, so it also
  depends on what else the machine does.

What made the difference: OpenBLAS's kernels for small products (`nn.products`), with
inputs in rows that begin at cache lines, took a third off the forward product of 784-50
and half off that of 784-64, and a quarter off their gradients'. Gradients cut at cache
lines, too (160 columns instead of 197), are a tenth quicker by themselves. Momentum as
one product that is added to v, and one sweep for every sum of two vectors
(`nn.updates`), took a quarter off the update of neural-network-digits' network: its six
vectors of 210 KB were more than the second-level cache holds.

Weights in rows that begin at cache lines as well (`nn.workbench`), in one process
beside weights without gaps: 9 % for 2-100-400-1, 1 % for 784-30-10 alone and 4 % in
batches of 10, 6 % for 784-256 (2 % on a busy machine). With them `gemm` with one row
multiplies W2 in 3.7 us where `gemv` takes 5.5 (`nn.row_product`), and the forward
product of 784-256 goes in pieces of 4 samples in 373 us instead of 479.

Updates written down as calls (`nn.calls`), once for every place that a batch can have
in the feeder's memory, so that no function of Python runs between them, took 10 % off
784-30-10 and 5 % off 2-100-400-1; arguments of ctypes made beforehand (`nn.blas`)
belong to that. The slopes of all layers of a sample in one go (`nn.buffers`) took 7 and
3 %, z of the outputs written where the losses look for it 4 and 1 %. Writing an update
down takes some 30 us: 512 single samples, after a change of the settings, 15 to 30 ms
once. Softmax and losses in the transposed matrix took 1 to 4 % off 784-50-10 and 1 %
off 784-256-128-10; fetching weights only if somebody wrote them took 1 % off both.

Tried without gain: blocks of 256 rows (3 % slower for batches) and 128 (10 to 15 %);
gathering from all the samples kept as floats (188 MB): 0 to 4 %; converting and
dividing one after the other, by blocks or rows; looking bytes up in a table, one or two
at a time; gemm for rank-one updates; pieces of fewer than 8 rows where weights have no
gaps; the slope of ReLU as a sign or as a Boolean; one scratch memory for all layers of
a batch, with slopes just before they are used. Multiplying by 1/255 is not the same
bits as dividing by 255 for half the bytes, and would save 10 us of the 227. Calling
gemv through ctypes costs as much as NumPy's dot. Holding the interpreter lock during
products made no difference to training beside a thread that is busy in Python. Blocks
of 2048 rows would take 3 to 4 % off 784-50-10 and 2 % off 784-256-128-10, but nobody
can interrupt a block, and those of a large network would last four times as long.
"""
