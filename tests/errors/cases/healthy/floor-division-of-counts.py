# notice: none
# source: constructed
# %% before
n, bs = 50, 16
# %% cell
n_batches = n // bs
acc = 42 / n
half = n // 2
0.5 + 0.25 == 0.75, 1/3 == 0.33
