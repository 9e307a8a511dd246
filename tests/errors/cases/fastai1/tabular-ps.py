# rule: fastai1_arguments.unknown_keyword
# source: https://github.com/fastai/course-v3
# says: config=tabular_config\(ps=\[0\.1, 0\.1\], embed_p=0\.04\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'a': [1., 2.] * 10, 'y': ['u', 'v'] * 10})
dls = TabularDataLoaders.from_df(df, y_names='y', cont_names=['a'], cat_names=[], procs=[Categorify], bs=4)
# %% fails
learn = tabular_learner(dls, layers=[20, 10], ps=[0.1, 0.1], emb_drop=0.04)
# %% mended
learn = tabular_learner(dls, layers=[20, 10], config=tabular_config(ps=[0.1, 0.1], embed_p=0.04))
