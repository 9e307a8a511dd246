# rule: tabular.words_in_target
# source: constructed
# says: One class for each row needs CategoryBlock
# %% before
from fastai.tabular.all import *
np.random.seed(0)
wines = pd.DataFrame({'land': ['fr', 'it', 'es'] * 40, 'acid': np.random.rand(120)})
wines['grape'] = ['merlot', 'malbec', 'merlot', 'syrah'] * 30
procs = [Categorify, Normalize]
# %% fails
dls = TabularDataLoaders.from_df(wines, procs=procs, cat_names=['land'], cont_names=['acid'], y_names='grape',
                                 y_block=MultiCategoryBlock(), bs=32)
dls.one_batch()
# %% mended
dls = TabularDataLoaders.from_df(wines, procs=procs, cat_names=['land'], cont_names=['acid'], y_names='grape',
                                 y_block=CategoryBlock(), bs=32)
dls.one_batch()
