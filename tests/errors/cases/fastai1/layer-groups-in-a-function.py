# rule: fastai1_members.member_of_fastai1
# source: constructed
# says: return any\(\(p\.requires_grad for p in model\.opt\.param_lists\[0\]\)\)
# %% before
from fastai.vision.all import *
ds = [(torch.rand(4), torch.tensor(i % 2)) for i in range(16)]
dls = DataLoaders.from_dsets(ds, ds, bs=4, num_workers=0)
learn = Learner(dls, nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 2)), loss_func=CrossEntropyLossFlat())
def first_is_trained(model):
    return any(p.requires_grad for p in model.layer_groups[0].parameters())
# %% fails
first_is_trained(learn)
# %% mended
def first_is_trained(model):
    model.create_opt()
    return any((p.requires_grad for p in model.opt.param_lists[0]))
first_is_trained(learn)
