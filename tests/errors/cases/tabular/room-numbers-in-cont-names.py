# rule: tabular.no_numbers_in_cont
# source: constructed
# says: Move\s+it\s+to\s+cat_names
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(job=np.random.choice(['cook', 'nurse'], n), room=[f'B{i % 7}' for i in range(n)], age=np.random.rand(n), pay=np.random.choice(['low', 'high'], n)))
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['job'], cont_names=['room', 'age'], y_names='pay', bs=8)
# %% mended
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['job', 'room'], cont_names=['age'], y_names='pay', bs=8)
