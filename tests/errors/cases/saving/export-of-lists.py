# rule: saving_places.export_of_plain_data
# source: https://forums.fast.ai/t/exporting-a-learner-with-custom-dataset/64471
# says: learner\.save\('numbers'\)
# says: new_empty
# says: DataBlock
# %% before
from fastai.vision.all import *

pairs = [(torch.rand(3), torch.rand(1)) for _ in range(12)]
both = DataLoaders.from_dsets(pairs[:8], pairs[8:], bs=4, num_workers=0)
learner = Learner(both, nn.Linear(3, 1), loss_func=MSELossFlat())
# %% fails
learner.export("numbers.pkl")
# %% mended
learner.save('numbers')
