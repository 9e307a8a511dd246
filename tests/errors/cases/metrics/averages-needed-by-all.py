# rule: fastai_metrics.average_needed
# source: constructed
# says: FBeta\(beta=2, average="macro"\)
# says: Jaccard\(average="macro"\)
# says: CohenKappa\(weights='quadratic'\)
# %% before
from fastai.vision.all import *
table = torch.randn(60, 3); kinds = torch.arange(60) % 3
pairs = list(zip(table, kinds))
dls = DataLoaders.from_dsets(pairs[:40], pairs[40:], bs=10, num_workers=0)
marks = Learner(dls, nn.Linear(3, 3), loss_func=CrossEntropyLossFlat(), metrics=[error_rate, F1Score(), FBeta(beta=2), Jaccard(), CohenKappa(weights='quadratic')])
# %% fails
marks.fit(1)
# %% mended
marks.metrics = [error_rate, FBeta(beta=2, average="macro"), Jaccard(average="macro"), CohenKappa(weights='quadratic'), F1Score(average="macro")]
marks.fit(1)
