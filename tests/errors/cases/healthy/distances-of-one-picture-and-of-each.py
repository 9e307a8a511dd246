# notice: none
# source: constructed
# %% before
import torch
threes, sevens = torch.rand(40, 12, 12), torch.rand(40, 12, 12)
mean3, mean7 = threes.mean(0), sevens.mean(0)
def dist(a, b): return (a - b).abs().mean()
def each(a, b): return (a - b).abs().mean((-1, -2))
def nearer(x): return dist(x, mean3) < dist(x, mean7)
old, new = torch.rand(40, 12, 12), torch.rand(40, 12, 12)
def whole_batch(x): return 3 if dist(x, mean3) < dist(x, mean7) else 7
# %% cell
print(whole_batch(threes))
print(nearer(threes[0]), (each(threes, mean3) < each(threes, mean7)).float().mean())
is_better = (threes - new).abs().mean() < (threes - old).abs().mean()
print(sum(bool(nearer(one)) for one in sevens) / len(sevens), is_better.float())
