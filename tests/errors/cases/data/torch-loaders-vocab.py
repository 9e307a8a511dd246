# rule: loaders.not_fastais_loader
# source: constructed
# says: dls\.train\.dataset\.classes
# %% before
from fastai.vision.all import *
import torchvision
for c in ('oak', 'elm'):
    (Path('leaves')/c).mkdir(parents=True)
    for i in range(5): PILImage.create(np.full((24, 24, 3), 30 * i, dtype=np.uint8)).save(Path('leaves')/c/f'{c}{i}.png')
folder = torchvision.datasets.ImageFolder('leaves', transform=torchvision.transforms.ToTensor())
dl = torch.utils.data.DataLoader(folder, batch_size=2)
dls = DataLoaders(dl, dl)
# %% fails
dls.vocab
# %% mended
dls.train.dataset.classes
