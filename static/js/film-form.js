// A film's form: the parts' lengths add up as they are written, a click on a picture sets what must stay in sight,
// countries and languages are chosen from lists that can be searched. Without it all of this is plain fields.
document.addEventListener("DOMContentLoaded", () => {
  const sum = document.getElementById("parts-sum");
  const parts = document.getElementById("parts-group");
  const whole = document.querySelector("#id_runtime");
  const add = () => {
    const lengths = [...parts.querySelectorAll(".form-row:not(.empty-form) input[name$='-runtime']")].map((field) => Number(field.value) || 0);
    const total = lengths.reduce((before, each) => before + each, 0);
    const text = total === Number(whole?.value) ? sum.dataset.same : sum.dataset.other;
    sum.textContent = total ? text.replace("{sum}", total).replace("{film}", whole?.value || "–") : "";
    sum.classList.toggle("differs", total > 0 && total !== Number(whole?.value));
  };
  if (sum && parts) {
    parts.append(sum);
    document.addEventListener("input", (event) => event.target.name?.endsWith("runtime") && add());
    document.addEventListener("formset:removed", add);
    add();
  }
  document.addEventListener("click", (event) => {
    const picture = event.target.closest("img.office-picture");
    if (!picture) return;
    const box = picture.getBoundingClientRect();
    const place = picture.closest(".inline-related, form");
    const said = { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    for (const [way, share] of Object.entries(said)) {
      place.querySelector(`input[name$='focus_${way}']`).value = Math.min(100, Math.max(0, Math.round(share * 10) * 10));
    }
  });
  window.django?.jQuery?.fn.select2 && window.django.jQuery(".office-names").each(function choose() {
    window.django.jQuery(this).select2({ tags: this.name === "languages", theme: "admin-autocomplete", width: "min(32em, 100%)" });
  });
});
