# rule: tabular.no_such_column
# source: constructed
# says: Did\s+you\s+mean\s+'amount'
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
def shortened(table):
    table = table.drop(columns=['amounts'])
    return table
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amounts'], y_names='profit')
df = df.rename(columns={'amounts': 'amount'})
# %% mended
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['shop'], cont_names=['amount'], y_names='profit')
