# rule: fastai1.name_not_imported
# source: https://github.com/fastai/fastai/issues/2869
# says: tabular_learner|TabularPandas
# says: from fastai\.tabular\.all import \*
# says: fastai\.tabular import \*
# %% before
import pandas as pd
from fastai.tabular import *
df = pd.DataFrame({'a': [1, 2] * 10, 'y': [0, 1] * 10})
# %% fails
to = TabularPandas(df, procs=[], cat_names=['a'], y_names='y')
# %% mended
from fastai.tabular.all import *
to = TabularPandas(df, procs=[], cat_names=['a'], y_names='y')
