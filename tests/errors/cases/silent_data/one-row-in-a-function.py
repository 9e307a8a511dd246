# notice: repeated_rows.one_row_repeated
# source: constructed
# says: table\[right\]\[said\]\s+\+=\s+1
# says: table\s+=\s+\[\[0\]\s+\*\s+n\s+for\s+_\s+in\s+range\(n\)\]
# %% before
import torch


# %% cell
def confused(n, targs, preds):
    table = n * [[0] * n]
    for right, said in zip(targs, preds):
        table[right][said] += 1
    return table


confused(3, [0, 1, 2, 2], [0, 2, 2, 1])


# %% mended
def confused(n, targs, preds):
    table = [[0] * n for _ in range(n)]
    for right, said in zip(targs, preds):
        table[right][said] += 1
    return table


confused(3, [0, 1, 2, 2], [0, 2, 2, 1])
