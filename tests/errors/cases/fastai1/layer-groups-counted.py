# rule: fastai1_members.member_of_fastai1
# source: constructed
# says: lists\s+of\s+parameters
# says: learn\.create_opt\(\)\s+for group in learn\.opt\.param_lists:
# says: sum\(\(p\.numel\(\) for p in group\)\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2)), loss_func=CrossEntropyLossFlat())
# %% fails
for group in learn.layer_groups:
    print(sum(p.numel() for p in group.parameters()))
# %% mended
learn.create_opt()
for group in learn.opt.param_lists:
    print(sum(p.numel() for p in group))
