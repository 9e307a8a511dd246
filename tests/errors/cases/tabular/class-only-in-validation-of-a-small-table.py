# rule: categories.class_without_number
# source: constructed
# says: splits = RandomSplitter\(seed=42\)\(range_of\(df\)\)
# says: valid_idx=splits\[1\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'size': [1., 2, 3, 4, 5] * 4, 'kind': list('abcde') * 4}).sort_values('kind').reset_index(drop=True)
dls = TabularDataLoaders.from_df(df, procs=[Normalize], cont_names=['size'], y_names='kind', valid_idx=[16, 17, 18, 19], bs=4)
learn = tabular_learner(dls, layers=[5])
# %% fails
learn.fit(1)
# %% mended
splits = RandomSplitter(seed=42)(range_of(df))
dls = TabularDataLoaders.from_df(df, procs=[Normalize], cont_names=['size'], y_names='kind', valid_idx=splits[1], bs=4)
learn = tabular_learner(dls, layers=[5])
learn.fit(1)
