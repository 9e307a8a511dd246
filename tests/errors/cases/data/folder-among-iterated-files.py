# rule: inference.no_picture_there
# source: constructed
# says: files and folders alike
# says: str\(o\).endswith\('.jpg'\)
# %% before
from fastai.vision.all import *
Path('faces/more').mkdir(parents=True)
for i in range(3): Image.new('RGB', (8, 8)).save(f'faces/{i}.jpg')
# %% fails
pictures = [PILImage.create(o) for o in Path('faces').ls()]
# %% mended
pictures = [PILImage.create(o) for o in [o for o in Path('faces').ls() if str(o).endswith('.jpg')]]
