# notice: none
# source: constructed
# %% before
from fastai.tabular.all import *
rows = pd.DataFrame({'town': ['Ulm', 'Bonn', 'Jena', 'Kiel'] * 15, 'size': range(60), 'rent': [3.5, 5.5, 2.5, 4.5] * 15})
test_rows = pd.DataFrame({'town': ['Jena', 'Kiel', 'Kiel'], 'size': [70, 20, 40], 'rent': [3., 4., 5.]})
to = TabularPandas(rows, [Categorify, FillMissing, Normalize], ['town'], ['size'], y_names='rent', splits=RandomSplitter(seed=1)(rows))
learn = tabular_learner(to.dataloaders(bs=16), layers=[8])
# %% cell
to_test = to.new(test_rows)
to_test.process()
dl = learn.dls.test_dl(test_rows)
to_new = TabularPandas(rows, [Categorify, Normalize], ['town'], ['size'], y_names='rent')
