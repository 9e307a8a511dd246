# rule: tabular.no_such_column
# source: constructed
# says: Did\s+you\s+mean\s+'amount'
# says: cont_names=\['amount'\]
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
other = pd.DataFrame(dict(amounts=[1, 2], b=[3, 4]))
other = other.drop(columns=['amounts'])
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amounts'], y_names='profit')
# %% mended
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit')
