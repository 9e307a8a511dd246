# notice: test_tables.prepared_by_itself
# source: constructed
# says: to_test learnt categories and means anew from test_rows: they are not those of to
# says: dl = learn\.dls\.test_dl\(test_rows\)
# %% before
from fastai.tabular.all import *
rows = pd.DataFrame({'town': ['Ulm', 'Bonn', 'Jena', 'Kiel'] * 15, 'size': range(60), 'rent': [3.5, 5.5, 2.5, 4.5] * 15})
test_rows = pd.DataFrame({'town': ['Jena', 'Kiel', 'Kiel'], 'size': [70, 20, 40]})
to = TabularPandas(rows, [Categorify, FillMissing, Normalize], ['town'], ['size'], y_names='rent', splits=RandomSplitter(seed=1)(rows))
learn = tabular_learner(to.dataloaders(bs=16), layers=[8])
# %% cell
to_test = TabularPandas(test_rows, [Categorify, FillMissing, Normalize], ['town'], ['size'])
dl = to_test.dataloaders(bs=3, shuffle=False)
# %% mended
dl = learn.dls.test_dl(test_rows)
