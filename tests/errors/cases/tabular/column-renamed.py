# rule: tabular.no_such_column
# source: constructed
# says: renamed\s+it
# says: `?price_eur
# says: cont = \['amount', 'price_eur'\]
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), amount=np.random.rand(n), price=np.random.rand(n), profit=np.random.rand(n)))
cont = ['price', 'amount']
# %% before
df = df.rename(columns={'price': 'price_eur'})
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=cont, y_names='profit')
# %% mended
cont = ['amount', 'price_eur']
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=cont, y_names='profit')
