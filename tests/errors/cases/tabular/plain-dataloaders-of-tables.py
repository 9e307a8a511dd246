# rule: tabular_asked.loaders_of_tables_in_plain_pair
# source: https://github.com/fastai/fastai2/issues/221
# says: learn\.dls = TabularDataLoaders\(learn\.dls\.train, learn\.dls\.valid\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
dls = DataLoaders(TabDataLoader(to.train, bs=8, shuffle=True), TabDataLoader(to.valid, bs=8))
learn = tabular_learner(dls, layers=[4])
test_dl = learn.dls.test_dl(df.drop(columns='rich'))
# %% fails
preds, _ = learn.get_preds(dl=test_dl)
# %% mended
learn.dls = TabularDataLoaders(learn.dls.train, learn.dls.valid)
test_dl = learn.dls.test_dl(df.drop(columns='rich'))
preds, _ = learn.get_preds(dl=test_dl)
