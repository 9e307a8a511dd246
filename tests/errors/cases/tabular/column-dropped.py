# rule: tabular.no_such_column
# source: constructed
# says: df\.drop\(useless, axis=1, inplace=True\)
# says: Leave\s+code
# says: cat_names = \['shop'\]
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), code=np.random.choice(['x', 'y'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
useless = ['code']
cat_names, cont_names = ['shop', 'code'], ['amount']
# %% before
df.drop(useless, axis=1, inplace=True)
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=cat_names, cont_names=cont_names, y_names='profit')
# %% mended
cat_names = ['shop']
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=cat_names, cont_names=cont_names, y_names='profit')
