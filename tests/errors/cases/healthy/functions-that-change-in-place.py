# notice: none
# source: constructed
# %% before
import torch, numpy as np, pandas as pd
def add_noise_(img, amount): return img.add_(torch.randn_like(img) * amount)
def scaled(x):
    x = x - x.mean()
    x /= x.std()
    return x
def checked(x):
    assert x.ndim == 2
    return x
def with_year(df):
    df["year"] = 2020
    return df
# %% cell
clean = torch.rand(3, 8, 8)
noisy = add_noise_(clean.clone(), 0.1)
twin = add_noise_(clean, 0.1)
same = torch.stack([clean, twin])
rows = np.random.rand(8, 4)
ready = scaled(rows)
apart = np.abs(ready - rows).mean()
again = checked(rows)
both = np.concatenate([again, rows])
table = pd.DataFrame({"a": range(20)})
table = with_year(table)
other = with_year(table)
print(len(table), len(other))
