# notice: none
# source: constructed
# %% before
from fastai.vision.all import *
for k in ("oak", "elm"):
    (Path("leaves") / k).mkdir(parents=True)
    for i in range(10): Image.new("RGB", (16, 16), (i * 20, 60, 90)).save(f"leaves/{k}/{i}.png")
net = nn.Sequential(nn.Flatten(), nn.Linear(768, 2))
torch.save(net.state_dict(), "net.pth")
# %% cell
loaders = ImageDataLoaders.from_path_func("leaves", get_image_files("leaves"), parent_label, valid_pct=0, bs=4, num_workers=0)
learn = Learner(loaders, net, loss_func=CrossEntropyLossFlat(), metrics=accuracy)
learn.model.load_state_dict(torch.load("net.pth"))
preds, _ = learn.get_preds(dl=loaders.test_dl(get_image_files("leaves")))
