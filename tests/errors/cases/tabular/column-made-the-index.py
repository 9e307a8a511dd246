# rule: tabular.no_such_column
# source: constructed
# says: index,\s+which\s+is\s+no\s+column
# says: sums = sums\.reset_index\(\)
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(list('abcdefgh'), n), amount=np.random.rand(n), profit=np.random.rand(n)))
sums = df.groupby('shop').mean()
# %% fails
to = TabularPandas(sums, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit')
# %% mended
sums = sums.reset_index()
to = TabularPandas(sums, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit')
