# rule: tabular.words_in_target
# source: https://forums.fast.ai/t/tabular-multiple-targets/80001
# says: grade\s+has\s+text
# says: y_names='weight'
# %% before
from fastai.tabular.all import *
animals = pd.DataFrame({'kind': ['cow', 'hen'] * 30, 'age': [float(o % 7) for o in range(60)],
                        'weight': [float(o) for o in range(60)], 'grade': ['good', 'fair'] * 30})
# %% fails
to = TabularPandas(animals, procs=[Categorify, Normalize], cat_names=['kind'], cont_names=['age'],
                   y_names=['grade', 'weight'], y_block=RegressionBlock(), splits=RandomSplitter(seed=1)(animals))
dls = to.dataloaders(bs=8)
xb = dls.one_batch()
# %% mended
to = TabularPandas(animals, procs=[Categorify, Normalize], cat_names=['kind'], cont_names=['age'],
                   y_names='weight', y_block=RegressionBlock(), splits=RandomSplitter(seed=1)(animals))
dls = to.dataloaders(bs=8)
xb = dls.one_batch()
