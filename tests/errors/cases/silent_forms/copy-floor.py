# notice: copies.original_changed_too
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
clean = torch.rand(20, 3) > .5
nums = torch.randint(0, 9, (20, 3))
table = pd.DataFrame({'a': [1., None] * 10, 'b': range(20)})
arr = np.arange(30)
def compare(a, b): return (a, b)
# %% cell
noisy = nums
noisy //= 2
compare(noisy, nums)
# %% mended
noisy = nums.clone()
noisy //= 2
compare(noisy, nums)
