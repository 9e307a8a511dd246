# notice: none
# source: constructed
# %% before
import itertools, torch
from torch.utils.data import DataLoader, TensorDataset
rows = torch.randn(32, 3)
dl = DataLoader(TensorDataset(rows), batch_size=8)
def batches():
    for i in range(0, 32, 8): yield rows[i:i+8]
class Batches:
    def __iter__(self): return iter(rows.split(8))
def lines(path):
    for line in open(path): yield line
def epochs(source, n):
    for _ in range(n):
        for xb in source: xb.sum()
# %% cell
stream = itertools.cycle(rows.split(8))
for epoch in range(3):
    for i, xb in enumerate(stream):
        if i == 3: break
for epoch in range(3):
    pairs = zip(rows, rows)
    for a, b in pairs: a + b
    for xb in batches(): xb.sum()
    for (xb,) in dl: xb.sum()
own, listed = Batches(), list(rows.split(8))
epochs(own, 3)
epochs(listed, 3)
epochs(batches(), 1)
rest = iter(rows.split(8))
first = next(rest)
others = [xb.sum() for xb in rest]
if len(others) > 10: more = list(rest)
short = iter(range(100))
for epoch in range(3):
    for i in itertools.islice(short, 10): i + 1
once = (x.sum() for x in rows)
total = sum(once)
once = (x.sum() for x in rows)
biggest = max(once)
with open("a.txt", "w") as f: f.write("a\nb\n")
with open("a.txt") as f:
    n = len(list(f))
    f.seek(0)
    words = [line.strip() for line in f]
