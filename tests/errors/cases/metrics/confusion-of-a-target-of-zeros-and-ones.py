# rule: fastai_metrics_called.no_classes_to_confuse
# source: constructed
# says: holds the numbers 0 and 1
# says: y_block=CategoryBlock\(\)
# %% before
from fastai.tabular.all import *
draw = np.random.default_rng(0)
members = pd.DataFrame({'plan': ['basic', 'plus', 'pro', 'basic']*25, 'months': draw.integers(1, 60, 100), 'left': draw.integers(0, 2, 100)})
# %% fails
to = TabularPandas(members, procs=[Categorify, Normalize], cat_names=['plan'], cont_names=['months'], y_names='left', splits=RandomSplitter(seed=42)(members))
leaves = tabular_learner(to.dataloaders(bs=20), layers=[20, 10])
ClassificationInterpretation.from_learner(leaves).plot_confusion_matrix()
# %% mended
to = TabularPandas(members, procs=[Categorify, Normalize], cat_names=['plan'], cont_names=['months'], y_names='left', splits=RandomSplitter(seed=42)(members), y_block=CategoryBlock())
leaves = tabular_learner(to.dataloaders(bs=20), layers=[20, 10])
ClassificationInterpretation.from_learner(leaves).plot_confusion_matrix()
