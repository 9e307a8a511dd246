# rule: methods_uncalled.method_not_called
# source: constructed
# says: to_fp16
# says: parentheses
# says: bird_learner = Learner\(dls, nn\.Sequential.*\)\.to_fp16\(\)
# %% before
from fastai.vision.all import *
rows = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(rows[:24], rows[24:], bs=8, num_workers=0)
# %% fails
bird_learner = Learner(dls, nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3)), loss_func=CrossEntropyLossFlat()).to_fp16
bird_learner.fit(1)
# %% mended
bird_learner = Learner(dls, nn.Sequential(nn.Linear(5, 9), nn.ReLU(), nn.Linear(9, 3)), loss_func=CrossEntropyLossFlat()).to_fp16()
