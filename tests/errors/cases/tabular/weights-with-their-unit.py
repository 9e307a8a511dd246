# rule: tabular.no_numbers_in_cont
# source: constructed
# says: df\['weight'\] = df\['weight'\]\.str\.extract\(r'\(\\d\+\\\.\?\\d\*\)', expand=False\)\.astype\(float\)
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(job=np.random.choice(['cook', 'nurse'], n), weight=[f'{50 + i} kg' for i in range(n)], pay=np.random.choice(['low', 'high'], n)))
# %% fails
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['job'], cont_names=['weight'], y_names='pay', bs=8)
# %% mended
df['weight'] = df['weight'].str.extract(r'(\d+\.?\d*)', expand=False).astype(float)
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=['job'], cont_names=['weight'], y_names='pay', bs=8)
