# rule: tabular.words_in_target
# source: constructed
# says: df\['price'\]\.str\.replace\('\.', ''\)\.str\.replace\(',', '\.'\)\.astype\(float\)
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(job=np.random.choice(['cook', 'nurse'], n), weight=np.random.rand(n), price=[f'1.{200 + i},5' for i in range(n)]))
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['weight'], y_names='price', y_block=RegressionBlock(), splits=RandomSplitter()(range_of(df)))
dls = to.dataloaders(bs=8)
# %% mended
df['price'] = df['price'].str.replace('.', '').str.replace(',', '.').astype(float)
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=['job'], cont_names=['weight'], y_names='price', y_block=RegressionBlock(), splits=RandomSplitter()(range_of(df)))
dls = to.dataloaders(bs=8)
