# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd, torch
A = np.array([[.5, .5], [0, 1.]]); pi = np.array([1., 0.]); obs = pd.DataFrame({'p': [0., .2, .8]})
x = np.array([0., 1, 2, 3]); hist, _ = np.histogram(np.random.randn(50), 10, (-9, 9))
# %% cell
logA, logpi = np.log(A), np.log(pi)
logA = np.log(A)
obs['logp'] = np.log(obs.p)
y = np.log(x + 1e-9)
z = np.log(x[1:])
kl = np.where(x > 0, np.log(x), 0)
img = np.log(np.abs(np.fft.fft2(np.zeros((4, 4)))))
out = np.zeros(4)
np.log(x, out=out, where=x > 0)
lg = np.log(x, where=x > 0, out=np.zeros(4))
