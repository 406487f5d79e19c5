"""The tasks of a draft: the list, and a page for each."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from timegiven.kernel.refusals import NotAllowed
from timegiven.library import access, forms, selectors, services
from timegiven.library.policies import MOST_TASKS
from timegiven.ui import pages


def tasks(request: HttpRequest, reference: str) -> HttpResponse:
    """The list as it stands, with room to add; the buttons beside a task move it."""
    version = _draft_of(request, reference)
    moving = forms.MoveTask(request.POST) if "way" in request.POST else None
    form = forms.AddTasks(None if moving else request.POST or None)
    try:
        if moving and moving.is_valid():
            up = moving.cleaned_data.pop("way") == "up"
            services.move_task(version, up=up, by=request.user, at=timezone.now(), **moving.cleaned_data)
            return redirect("library:tasks", reference)
        if form.is_valid():
            texts = form.cleaned_data["tasks"]
            services.add_tasks(version, texts=texts, marks=form.marks, by=request.user, at=timezone.now())
            messages.success(request, "The task is added." if len(texts) == 1 else f"{len(texts)} tasks are added.")
            return redirect("library:tasks", reference)
    except NotAllowed as refusal:
        shown = moving or form
        shown.add_error(None, refusal)
        form = form if shown is form else forms.AddTasks()
        return render(request, "library/tasks.html", {**_listed(version, form), "form": shown, "adding": form})
    return render(request, "library/tasks.html", _listed(version, form))


def _listed(version: Any, form: Any) -> dict[str, Any]:
    rows = [
        {"task": task, "marks": selectors.marks_of(task), "moving": forms.MoveTask.beside(task)}
        for task in selectors.tasks_of(version)
    ]
    return {"version": version, "rows": rows, "form": form, "adding": form, "most": MOST_TASKS.on(timezone.localdate())}


def task(request: HttpRequest, reference: str, position: int) -> HttpResponse:
    """One task: its words and its marks."""
    version = _draft_of(request, reference)
    found = _task_at(version, position)
    ticked = [mark.field for mark in selectors.marks_of(found)]
    form = forms.ChangeTask(request.POST or None, initial={"text": found.text, "ticked": ticked, "was": found.text})
    told = {"position": position, "by": request.user, "at": timezone.now()}
    if form.carries_out(
        lambda typed: services.change_task(version, was=typed["was"], text=typed["text"], marks=form.marks, **told)
    ):
        messages.success(request, "The task is changed.")
        return redirect("library:tasks", reference)
    return render(request, "library/task.html", {"version": version, "form": form, "task": found})


def remove_task(request: HttpRequest, reference: str, position: int) -> HttpResponse:
    """Take a task out of the draft, once that is confirmed."""
    version = _draft_of(request, reference)
    found = _task_at(version, position)
    told = {"position": position, "by": request.user, "at": timezone.now()}
    return pages.deed(
        request,
        forms.RemoveTask(request.POST or None, initial={"was": found.text}),
        lambda typed: services.remove_task(version, was=typed["was"], **told),
        said="The task is taken out.",
        back=reverse("library:tasks", args=[reference]),
        title="Take this task out",
        intro=f"“{found.text}”\n\nIt goes out of the draft only. A version in force stays as it is.",
        button="Take it out",
    )


def _draft_of(request: HttpRequest, reference: str) -> Any:
    day = timezone.localdate()
    version = get_object_or_404(selectors.versions_seen_by(request.user, day), reference=reference)
    access.write.require(request.user, version, day)
    pages.only_while(request, version, "DRAFT", back=reverse("library:version", args=[reference]))
    return version


def _task_at(version: Any, position: int) -> Any:
    for each in selectors.tasks_of(version):
        if each.position == position:
            return each
    raise Http404
