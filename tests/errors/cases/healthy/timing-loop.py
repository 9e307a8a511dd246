# notice: none
# source: constructed
# %% before
import torch, time
x = torch.rand(20, 20)
# %% cell
start = time.perf_counter()
for _ in range(10):
    x.exp()
    x.sigmoid()
print(time.perf_counter() - start)
