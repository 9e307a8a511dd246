# notice: none
# source: constructed
# %% before
import numpy as np
import torch

# %% cell
n = 4
grid = np.array([[0] * n] * n)
grid[1][2] = 5
weights = torch.tensor([[1.0, 2.0]] * 3)
weights[0][1] += 1
states = [torch.zeros(2)] * 3
for i in range(3):
    states[i] = states[i] + i
best = [0] * n
best[2] += 1
rows = [[1, 2]] * n
rows = [list(row) for row in rows]
rows[0][1] = 7
losses = [[] for _ in range(n)]
losses[0].append(0.3)
counts = dict.fromkeys("abc", 0)
counts["a"] += 1
names = [["cat", "dog"]] * 2
names[1] = ["bird"]
titles = [["a", "b"]] * 2
print(titles[0][1], titles[1].index("a"))


def padded(seq, n):
    out = [seq[0]] * n
    out[: len(seq)] = seq
    return out


padded([3, 4], 5)
