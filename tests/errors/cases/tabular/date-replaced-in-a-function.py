# rule: tabular.no_such_column
# source: constructed
# says: no\s+longer\s+in\s+`?df
# says: add_datepart
# says: names_cat = \['shop'\] \+ \[o for o in df\.columns if o\.startswith\('sold'\) and o != 'soldElapsed'\]
# says: names_cont = \['amount', 'soldElapsed'\]
# %% before
from fastai.tabular.all import *
n = 60
raw = pd.DataFrame(dict(soldDate=pd.date_range('2015-03-01', periods=n).astype(str), shop=np.random.choice(['a', 'b'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
names_cat, names_cont = ['shop', 'soldDate'], ['amount']
# %% before
def prepare(table):
    table = table.copy()
    for c in ['soldDate']:
        table = add_datepart(table, c)
    return table
df = prepare(raw)
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=names_cat, cont_names=names_cont, y_names='profit', y_block=RegressionBlock(), bs=8)
# %% mended
names_cat = ['shop'] + [o for o in df.columns if o.startswith('sold') and o != 'soldElapsed']
names_cont = ['amount', 'soldElapsed']
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=names_cat, cont_names=names_cont, y_names='profit', y_block=RegressionBlock(), bs=8)
learn = tabular_learner(dls, layers=[8])
learn.fit(1)
