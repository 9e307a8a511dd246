# rule: tabular.no_such_column
# source: constructed
# says: y = data\.pop\('profit'\)
# says: data\['profit'\] = y
# %% before
from fastai.tabular.all import *
n = 60
data = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
# %% before
y = data.pop('profit')
# %% fails
dls = TabularDataLoaders.from_df(data, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit', bs=8)
# %% mended
data['profit'] = y
dls = TabularDataLoaders.from_df(data, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit', bs=8)
