# rule: arrays_of_pictures.of_different_sizes
# source: constructed
# says: The pictures of digits have different sizes
# says: digits = \[tensor\(Image\.open\(o\)\.convert\('RGB'\)\.resize\(\(8, 8\)\)\) for o in files\]\n\s*stacked = torch\.stack\(digits\)
# %% before
from fastai.vision.all import *
files = ["3.png", "7.png"]
for o, mode, size in zip(files, ["L", "RGB"], [(8, 8), (9, 10)]): Image.new(mode, size).save(o)
digits = [tensor(Image.open(o)) for o in files]
# %% fails
stacked = torch.stack(digits)
# %% mended
digits = [tensor(Image.open(o).convert('RGB').resize((8, 8))) for o in files]
stacked = torch.stack(digits)
