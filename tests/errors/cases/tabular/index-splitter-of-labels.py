# rule: splitters_given.index_splitter_of_labels
# source: https://github.com/fastai/fastai/issues/3530
# says: IndexSplitter\(X\.index\.get_indexer\(idx_val\)\)
# %% before
from fastai.tabular.all import *
X = pd.DataFrame(np.random.rand(30, 3), index=[f'sample_{i}' for i in range(30)], columns=['f1', 'f2', 'y'])
idx_val = X.sample(frac=0.2).index
# %% fails
splits = IndexSplitter(idx_val)(X)
to = TabularPandas(X, [Normalize], cont_names=['f1', 'f2'], y_names='y', splits=splits)
# %% mended
splits = IndexSplitter(X.index.get_indexer(idx_val))(X)
to = TabularPandas(X, [Normalize], cont_names=['f1', 'f2'], y_names='y', splits=splits)
