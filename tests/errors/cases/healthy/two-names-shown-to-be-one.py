# notice: none
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
# %% cell
a = torch.zeros(3)
b = a
b += 1
print(a, b, a is b, torch.equal(a, b))
c = a.clone(); c += 1
(c - a).sum()
arr = np.arange(4.)
view = arr[:2]
view *= 10
arr.sum() + view.sum()
df = pd.DataFrame({'x': [1, 2]})
df2 = df
df2['y'] = 0
df3 = df2.merge(df2.copy(), on='x')
params = a
params -= 0.1
params.mean()
noise = torch.randn(3)
noisy = a
noisy = noisy + noise
(noisy - a).abs().mean()
