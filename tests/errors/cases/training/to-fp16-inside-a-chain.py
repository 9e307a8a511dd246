# rule: methods_uncalled.method_not_called
# source: constructed
# says: \.to_fp16\(\)\.fit\(1\)
# %% before
from fastai.vision.all import *
pairs = [(torch.rand(5), torch.randint(0, 3, (1,)).squeeze()) for _ in range(32)]
dls = DataLoaders.from_dsets(pairs[:24], pairs[24:], bs=8, num_workers=0)
# %% fails
Learner(dls, nn.Linear(5, 3), loss_func=CrossEntropyLossFlat()).to_fp16.fit(1)
