# rule: tabular_learners.config_unknown
# source: https://docs.fast.ai/tabular.model.html
# says: embed_p
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'workclass': ['Private', 'State-gov'] * 40, 'education': ['HS', 'BSc', 'MSc', 'PhD'] * 20,
                   'age': range(80), 'hours': [o / 2 for o in range(80)], 'salary': ['<50k', '>=50k', '<50k', '<50k'] * 20})
procs = [Categorify, FillMissing, Normalize]
dls = TabularDataLoaders.from_df(df, procs=procs, cat_names=['workclass', 'education'], cont_names=['age', 'hours'],
                                 y_names='salary', bs=16)
# %% fails
learn = tabular_learner(dls, layers=[20, 10], config=tabular_config(emb_drop=0.1))
# %% mended
learn = tabular_learner(dls, layers=[20, 10], config=tabular_config(embed_p=0.1))
