# notice: none
# source: constructed
# %% before
import pandas as pd, numpy as np, torch, math
import matplotlib; matplotlib.use('Agg')
import matplotlib.pyplot as plt
df = pd.DataFrame({'Fare': [0., 12., 30.], 'n': [0, 2, 4], 'p': [0., .5, .5]})
pi = np.array([0.0, 0.25, 0.75]); start = torch.tensor([1.0, 0.0])
counts = np.array([0, 3, 9])
# %% before
df['LogFare'] = np.log1p(df.Fare)
df['LogFare2'] = np.log(df.Fare.where(df.Fare > 0, 1))
df['LogFare3'] = np.log(df.Fare + 1)
log_pi = np.log(pi)
mask = torch.log(start)
heights = np.log(counts)
plt.bar(range(3), heights)
# %% before
df['log_n'] = np.log(df.n)
df.loc[df.log_n == -np.inf, 'log_n'] = 0
# %% before
df['log_p'] = np.log(df['p'])
best = df.log_p.idxmax()
# %% before
with np.errstate(divide='ignore'):
    df['l'] = np.log(df.n)
# %% before
df['ratio'] = (df.Fare / df.n).replace([np.inf, -np.inf], np.nan)
df['share'] = df.Fare / df.Fare.sum()
df['half'] = df.n / 2
# %% cell
df['per'] = df.Fare / df.n.where(df.n != 0)
df['l2'] = np.log(df.n)
df['l2'] = df.l2.clip(lower=0)
