# rule: tabular_asked.item_by_number
# source: https://github.com/fastai/fastai/issues/1918
# says: learn\.predict\(df\.iloc\[0\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
dls = TabularDataLoaders.from_df(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['age'],
                                 y_names='rich', bs=8)
learn = tabular_learner(dls, layers=[4])
# %% fails
learn.predict(learn.dls.train_ds[0])
# %% mended
learn.predict(df.iloc[0])
