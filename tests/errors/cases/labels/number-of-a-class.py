# rule: labels.vocab_by_name
# source: forums.fast.ai (probability of one class)
# says: dls\.vocab\.o2i\['seven'\]
# says: number
# %% before
from fastai.vision.all import *
path = Path('digits')
for one in ('three', 'seven'):
    (path/one).mkdir(parents=True)
    for i in range(4): PILImage.create(np.zeros((16, 16, 3), dtype=np.uint8)).save(path/one/f'{i}.png')
dls = ImageDataLoaders.from_folder(path, valid_pct=0.5, seed=1, bs=2, num_workers=0)
probs = tensor([0.2, 0.8])
# %% fails
i = dls.vocab['seven']
probs[i]
# %% mended
i = dls.vocab.o2i['seven']
probs[i]
