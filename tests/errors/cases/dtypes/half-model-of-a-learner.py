# rule: dtypes.layer_dtype
# source: constructed
# says: trainer\.model\.float\(\)
# %% before
from fastai.basics import *

pairs = [(torch.rand(3), torch.rand(1)) for _ in range(12)]
both = DataLoaders.from_dsets(pairs[:8], pairs[8:], bs=4, num_workers=0)
trainer = Learner(both, nn.Linear(3, 1), loss_func=MSELossFlat())
trainer.model.half()
# %% fails
trainer.validate()
# %% mended
trainer.model.float()
trainer.validate()
